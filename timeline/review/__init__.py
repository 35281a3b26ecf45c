"""What people decide of contacts: the rulings in force, and what follows from them.

``rulings`` reads the ledger, ``links`` puts mentions together and keeps them apart as people said,
``standing`` lays corrections and the state of review over what the mentions say, ``figure`` says how many
of the reviewed contacts were right.
"""
