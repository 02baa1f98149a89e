"""The conversation and its channels.

This room holds the dialogue (a pure function from state and message to events and replies), its Dutch texts as
templates, the adapters that carry it over a channel, the configuration, and the command line `fitcheck`.
"""
