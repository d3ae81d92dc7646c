package io.github.tapkustomer.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tapkustomer.FakeTimer;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TimedBodyTest {
  private static final int LENGTH = 40;

  private final FakeTimer timer = new FakeTimer();
  private final Stopwatch watch = new Stopwatch(timer);

  /** A byte each second. */
  private final InputStream dripping =
      new InputStream() {
        private int given;

        @Override
        public int read() {
          timer.advance(Duration.ofSeconds(1));
          return given++ < LENGTH ? 'x' : -1;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
          if (length == 0) {
            return 0;
          }
          int next = read();
          bytes[offset] = (byte) next;
          return next < 0 ? -1 : 1;
        }
      };

  private TimedBody body(int seconds) {
    return new TimedBody(dripping, watch, Duration.ofSeconds(seconds));
  }

  @Test
  void comesCompletelyWithinItsTime() throws IOException {
    assertThat(body(LENGTH + 1).readAllBytes()).hasSize(LENGTH);
    assertThat(watch.elapsed()).hasSeconds(LENGTH + 1);
  }

  @Test
  void isGivenUpIfItKeepsItsReaderWaitingForTooLong() throws IOException {
    TimedBody body = body(20);
    timer.advance(Duration.ofHours(1));
    assertThat(body.readNBytes(20)).hasSize(20);
    timer.advance(Duration.ofHours(1));

    assertThatThrownBy(body::read).isInstanceOf(InterruptedIOException.class);
  }

  @Test
  void leavesOutOfTheTimeWhatItsReaderDoes() throws IOException {
    try (TimedBody body = body(20)) {
      timer.advance(Duration.ofHours(1));
      assertThat(body.read()).isEqualTo('x');
      timer.advance(Duration.ofHours(1));
    }
    timer.advance(Duration.ofSeconds(5));

    assertThat(watch.elapsed()).hasSeconds(6);
  }
}
