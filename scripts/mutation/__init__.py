"""Mutation testing: are the tests of the matcher and of the Kazakh machine worth anything? docs/mutation.md"""
