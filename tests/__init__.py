"""Soleus seen from outside: what it promises, one test per promise."""
