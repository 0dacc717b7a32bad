"""The program as its users meet it: started as a process, driven by mouse and keys, read by another program."""
