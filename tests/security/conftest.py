"""One server and one office for all attacks: each is rolled back, so none meets another's traces."""

import pytest

from tests.security.world import World, make_world
from tests.support.postgres import Cluster


@pytest.fixture(scope="session")
def world(cluster: Cluster) -> World:
    return make_world(cluster)
