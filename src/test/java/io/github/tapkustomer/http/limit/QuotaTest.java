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
            "when absent, %s of the organisation's budget and nothing of the key's own search budget"
                .formatted(Quota.ORGANISATION.defaultReserve()));
  }
}
