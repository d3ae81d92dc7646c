package io.github.tapkustomer.http.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapkustomer.config.Setting;
import org.junit.jupiter.api.Test;

class QuotaTest {
  @Test
  void leavesToOthersWhatTheSettingSaysUnlessItIsSet() {
    assertThat(Quota.SEARCH.defaultReserve()).isZero();
    assertThat(Setting.RATE_LIMIT_RESERVE.description())
        .contains(
            "Default: %s of the organization's budget and none of the key's own search budget"
                .formatted(Quota.ORGANIZATION.defaultReserve()));
  }
}
