package io.github.tapkustomer.sandbox.organization;

import io.github.tapkustomer.sandbox.store.Kind;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * People at work in the organization while it is read: random objects are updated at a given rate.
 */
public final class Changes implements Runnable {
  private static final Kind[] BUSY = {Kind.CONVERSATION, Kind.CUSTOMER, Kind.MESSAGE, Kind.KOBJECT};

  private final Organization organization;
  private final long nanosBetween;
  private final CountDownLatch closing;

  private Changes(Organization organization, int perMinute, CountDownLatch closing) {
    this.organization = organization;
    this.nanosBetween = TimeUnit.MINUTES.toNanos(1) / perMinute;
    this.closing = closing;
  }

  /** Runs until the latch opens. */
  public static void start(Organization organization, int perMinute, CountDownLatch closing) {
    if (perMinute > 0) {
      Thread thread = new Thread(new Changes(organization, perMinute, closing), "sandbox-changes");
      thread.setDaemon(true);
      thread.start();
    }
  }

  @Override
  public void run() {
    try {
      for (int i = 0; !closing.await(nanosBetween, TimeUnit.NANOSECONDS); i++) {
        organization.touchRandom(BUSY[i % BUSY.length].apiName, 1);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
