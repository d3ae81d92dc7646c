package io.github.tapkustomer.sandbox;

import io.github.tapkustomer.sandbox.faults.Faults;
import io.github.tapkustomer.sandbox.limits.ApiKeys;
import io.github.tapkustomer.sandbox.misbehavior.Misbehavior;
import io.github.tapkustomer.sandbox.organization.Changes;
import io.github.tapkustomer.sandbox.organization.Organization;
import io.github.tapkustomer.sandbox.server.HttpListener;
import io.github.tapkustomer.sandbox.server.Traffic;
import io.github.tapkustomer.sandbox.store.Klass;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.concurrent.CountDownLatch;

/**
 * A Kustomer API on loopback that serves an organization with the limits, paging rules, search
 * horizon and faults of the real one. It shares no class with what reads from it.
 */
public final class Sandbox implements AutoCloseable {
  private final HttpListener listener;
  private final Traffic traffic;
  private final Faults faults;
  private final CountDownLatch closing;

  private Sandbox(SandboxOptions options, Organization organization) throws IOException {
    this.traffic = new Traffic();
    this.faults = new Faults(options.faultRate(), options.seed());
    this.closing = new CountDownLatch(1);
    if (options.misbehaviors().contains(Misbehavior.MANY_KLASSES)) {
      organization.addKlasses(Klass.MOST);
    }
    Front front = new Front(options, organization, traffic, faults, closing);
    this.listener = HttpListener.start(options.port(), front, organization.clock());
    Changes.start(organization, options.changesPerMinute(), closing);
  }

  /** Starts serving; the port is open on return. */
  public static Sandbox start(SandboxOptions options, Organization organization) {
    try {
      return new Sandbox(options, organization);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot listen on port " + options.port(), e);
    }
  }

  /** Scheme, host and port, without a path. */
  public URI uri() {
    return URI.create("http://127.0.0.1:" + listener.port());
  }

  /** The one key that is accepted. */
  public String apiKey() {
    return ApiKeys.VALID;
  }

  /** A key that has expired. */
  public String expiredApiKey() {
    return ApiKeys.EXPIRED;
  }

  /** A key that belongs to another region. */
  public String otherRegionApiKey() {
    return ApiKeys.OTHER_REGION;
  }

  /** A key that only works from other addresses. */
  public String otherNetworkApiKey() {
    return ApiKeys.OTHER_NETWORK;
  }

  public Traffic traffic() {
    return traffic;
  }

  public Faults faults() {
    return faults;
  }

  @Override
  public void close() {
    closing.countDown();
    listener.close();
  }
}
