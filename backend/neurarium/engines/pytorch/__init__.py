"""The engine on PyTorch: the same kinds as a practitioner would write them, on the CPU or an accelerator.

The only room that imports torch, and it is imported only when a run asks for it.
"""
