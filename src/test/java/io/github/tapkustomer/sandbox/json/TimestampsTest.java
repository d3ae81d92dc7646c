package io.github.tapkustomer.sandbox.json;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1969-12-31T23:59:59.999Z", "1970-01-01T00:00:00.000Z", "2000-02-29T12:00:00.010Z",
        "2024-02-29T23:59:59.999Z", "2024-03-01T00:00:00.000Z", "2026-12-31T07:08:09.001Z"
      })
  void writesAsKustomerDoes(String expected) {
    byte[] written = new byte[Timestamps.LENGTH];
    Timestamps.write(Instant.parse(expected).toEpochMilli(), written, 0);
    assertThat(new String(written, US_ASCII)).isEqualTo(expected);
  }
}
