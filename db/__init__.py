"""The store.

This room is for what must survive a restart: the inbox and the outbox, the dossiers with their events, people and
settings, and the migrations that carry them along. Today it is empty: a conversation lives as long as its process.
"""
