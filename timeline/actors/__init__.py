"""Actors as people keep them: ``identity`` says who is meant by a name, ``states`` keeps and restores a row,
``offices`` says who held which office on a day, ``ledger`` tells the history of an actor, ``picking`` finds
one by what a person types."""
