package io.github.tapkustomer.http.limit;

/** The places of requests in flight, as many as {@link Concurrency} says. Thread-safe. */
public final class Places {
  private final Concurrency concurrency;
  private int taken;

  public Places(int most) {
    this.concurrency = new Concurrency(most);
  }

  /** Waits for a free place and takes it. */
  public synchronized void take() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    while (taken >= concurrency.allowed()) {
      wait();
    }
    taken++;
  }

  public synchronized void leave() {
    taken--;
    notifyAll();
  }

  public synchronized void answered(Quota quota, long sentAt, long answeredAt) {
    concurrency.answered(quota, sentAt, answeredAt);
    notifyAll();
  }

  public synchronized void tooMany(long sentAt, long now) {
    concurrency.tooMany(sentAt, now);
  }

  public synchronized void failed(long sentAt, long now) {
    concurrency.failed(sentAt, now);
  }
}
