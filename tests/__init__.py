"""Soleus seen from outside: what it promises, sentence by sentence."""
