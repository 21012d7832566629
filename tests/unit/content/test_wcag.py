"""Test the list of criteria."""

from __future__ import annotations

from charterpress.content.wcag import CRITERIA, criterion_address, nearest_criterion


def test_the_criteria() -> None:
    """WCAG 2.2 has 55 criteria at levels A and AA: 4.1.1 is gone, six are new, and none is of level AAA."""
    assert len(CRITERIA) == 55
    assert {"2.4.11", "2.5.7", "2.5.8", "3.2.6", "3.3.7", "3.3.8"} <= set(CRITERIA)
    assert not {"4.1.1", "1.4.6", "2.4.12", "3.3.9"} & set(CRITERIA)


def test_addresses() -> None:
    """The address of a criterion is made of its name, as the recommendation makes it."""
    assert criterion_address("1.4.3").endswith("#contrast-minimum")
    assert criterion_address("2.2.2").endswith("#pause-stop-hide")
    assert criterion_address("3.3.4").endswith("#error-prevention-legal-financial-data")
    assert criterion_address("1.2.1").endswith("#audio-only-and-video-only-prerecorded")


def test_the_nearest() -> None:
    """What is no criterion gets the nearest one, by number or by name."""
    assert "'2.5.8', Target Size (Minimum)" in nearest_criterion("target size")
    assert "'1.4.3'" in nearest_criterion("1.4.33")
    assert nearest_criterion("???").startswith("Write the number")
