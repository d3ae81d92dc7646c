package io.github.tapkustomer.http.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RateHeadersTest {
  private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");
  private static final long SECONDS = NOW.getEpochSecond();

  private static RateHeaders read(Map<String, String> headers) {
    return RateHeaders.read(headers::get, NOW);
  }

  private static RateHeaders window(String limit, String remaining, String reset) {
    Map<String, String> headers = new HashMap<>();
    headers.put("x-ratelimit-limit", limit);
    headers.put("x-ratelimit-remaining", remaining);
    headers.put("x-ratelimit-reset", reset);
    return read(headers);
  }

  @Test
  void saysNothingIfThereIsNothing() {
    assertThat(read(Map.of())).isEqualTo(RateHeaders.NONE);
  }

  @Test
  void readsAWindow() {
    assertThat(window("100", "42", String.valueOf(SECONDS + 30)).window())
        .contains(new RateHeaders.Window(100, 42, SECONDS + 30));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1795510830", "1795510830.75", " 1795510830 ", "1795510830999", "30"})
  void understandsEveryFormOfTheReset(String reset) {
    assertThat(window("100", "42", reset).window())
        .contains(new RateHeaders.Window(100, 42, SECONDS + 30));
  }

  @ParameterizedTest
  @CsvSource({"100, 120, 100, 100", "5000000, 3, 1000000, 3", "100, 99.5, 100, 99"})
  void keepsTheNumbersWithinBounds(String limit, String remaining, int cap, int left) {
    assertThat(window(limit, remaining, "30").window())
        .contains(new RateHeaders.Window(cap, left, SECONDS + 30));
  }

  @ParameterizedTest
  @CsvSource({
    ", 42, 30",
    "100, , 30",
    "100, 42, ",
    "0, 0, 30",
    "-1, 42, 30",
    "many, 42, 30",
    "100, -1, 30",
    "100, 42, 1e9",
    "100, 42, 9999999999999999999"
  })
  void needsAllThreeNumbers(String limit, String remaining, String reset) {
    assertThat(window(limit, remaining, reset).window()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "7 | PT7S",
        " 0 | PT0S",
        "1.9 | PT1S",
        "Tue, 24 Nov 2026 09:01:30 GMT | PT1M30S",
        "Tue, 24 Nov 2026 08:59:00 GMT | PT-1M"
      })
  void readsRetryAfter(String value, Duration wait) {
    assertThat(read(Map.of("Retry-After", value)).retryAfter()).contains(wait);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "-3", "2026-11-24T09:01:30Z"})
  void ignoresARetryAfterThatIsNone(String value) {
    assertThat(read(Map.of("Retry-After", value)).retryAfter()).isEmpty();
  }
}
