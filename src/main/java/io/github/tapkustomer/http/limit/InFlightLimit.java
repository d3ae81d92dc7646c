package io.github.tapkustomer.http.limit;

/** Limits the requests in flight to as many as {@link AdaptiveLimit} allows. Thread-safe. */
public final class InFlightLimit {
  private final AdaptiveLimit limit;
  private int taken;

  public InFlightLimit(int most) {
    this.limit = new AdaptiveLimit(most);
  }

  /** Waits until another request may run. */
  public synchronized void take() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    while (taken >= limit.allowed()) {
      wait();
    }
    taken++;
  }

  public synchronized void leave() {
    taken--;
    notifyAll();
  }

  public synchronized void answered(Quota quota, long sentAt, long answeredAt) {
    limit.answered(quota, sentAt, answeredAt);
    notifyAll();
  }

  public synchronized void tooMany(long sentAt, long now) {
    limit.tooMany(sentAt, now);
  }

  public synchronized void failed(long sentAt, long now) {
    limit.failed(sentAt, now);
  }
}
