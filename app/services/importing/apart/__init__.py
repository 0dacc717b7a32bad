"""The process of its own in which the window has its imports done, so that it never waits for them.

`child` runs there and imports no Qt; `process` is its counterpart on this side of the pipe. What the child needs to
sign in goes over the pipe and never into arguments or the environment. May import the jobs beside this package.
"""
