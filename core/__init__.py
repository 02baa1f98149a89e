"""The deterministic core: texts in, a judgment out. Pure: no I/O beyond its own data files, no clock, no network."""
