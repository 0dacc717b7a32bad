"""What the tests stand on: the loop for `async def` tests, strictness, private databases, a screen and its driver."""
