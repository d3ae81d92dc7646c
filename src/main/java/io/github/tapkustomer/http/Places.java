package io.github.tapkustomer.http;

/** The places of requests in flight, as many as {@link Concurrency} says. Thread-safe. */
final class Places {
  private final Concurrency concurrency;
  private int taken;

  Places(int most) {
    this.concurrency = new Concurrency(most);
  }

  /** Waits for a free place and takes it. */
  synchronized void take() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    while (taken >= concurrency.allowed()) {
      wait();
    }
    taken++;
  }

  synchronized void leave() {
    taken--;
    notifyAll();
  }

  synchronized void answered(Quota quota, long sentAt, long answeredAt) {
    concurrency.answered(quota, sentAt, answeredAt);
    notifyAll();
  }

  synchronized void tooMany(long sentAt, long now) {
    concurrency.tooMany(sentAt, now);
  }

  synchronized void failed(long sentAt, long now) {
    concurrency.failed(sentAt, now);
  }
}
