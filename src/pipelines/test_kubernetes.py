"""The CronJob of the documents against Kubernetes' own JSON schema."""

from pathlib import Path

import kubernetes_validate
import pytest
import yaml

MANIFEST = yaml.safe_load((Path(__file__).parent / "kubernetes/cronjob.yaml").read_text())


def test_the_cron_job_is_valid():
    kubernetes_validate.validate(MANIFEST, "1.31", strict=True)


def test_a_misspelled_field_is_not():
    wrong = {**MANIFEST, "spec": {**MANIFEST["spec"], "concurrency": "Forbid"}}
    with pytest.raises(kubernetes_validate.ValidationError):
        kubernetes_validate.validate(wrong, "1.31", strict=True)
