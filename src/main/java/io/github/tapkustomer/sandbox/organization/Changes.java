package io.github.tapkustomer.sandbox.organization;

import io.github.tapkustomer.sandbox.store.Kind;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** People at work in the organisation while it is read: random objects are updated at a rate. */
public final class Changes implements Runnable {
  private static final Kind[] BUSY = {Kind.CONVERSATION, Kind.CUSTOMER, Kind.MESSAGE, Kind.KOBJECT};

  private final Organisation organisation;
  private final long nanosBetween;
  private final CountDownLatch closing;

  private Changes(Organisation organisation, int perMinute, CountDownLatch closing) {
    this.organisation = organisation;
    this.nanosBetween = TimeUnit.MINUTES.toNanos(1) / perMinute;
    this.closing = closing;
  }

  /** Goes on until the latch opens. */
  public static void start(Organisation organisation, int perMinute, CountDownLatch closing) {
    if (perMinute > 0) {
      Thread thread = new Thread(new Changes(organisation, perMinute, closing), "sandbox-changes");
      thread.setDaemon(true);
      thread.start();
    }
  }

  @Override
  public void run() {
    try {
      for (int i = 0; !closing.await(nanosBetween, TimeUnit.NANOSECONDS); i++) {
        organisation.touchRandom(BUSY[i % BUSY.length].apiName, 1);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
