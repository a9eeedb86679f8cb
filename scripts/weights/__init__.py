"""Learns the tables of weights of a policy from labelled posts: see docs/weights.md."""
