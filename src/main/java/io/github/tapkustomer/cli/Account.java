package io.github.tapkustomer.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tapkustomer.Secret;
import io.github.tapkustomer.TapException;
import io.github.tapkustomer.config.Settings;
import io.github.tapkustomer.discovery.Discovery;
import io.github.tapkustomer.discovery.Purpose;
import io.github.tapkustomer.http.AnswerReader;
import io.github.tapkustomer.http.ApiException;
import io.github.tapkustomer.http.ApiRequest;
import io.github.tapkustomer.http.ClientOptions;
import io.github.tapkustomer.http.KustomerClient;
import io.github.tapkustomer.http.RequestListener;
import io.github.tapkustomer.sandbox.Sandbox;
import io.github.tapkustomer.sandbox.SandboxOptions;
import io.github.tapkustomer.sandbox.organization.Organization;
import io.github.tapkustomer.stats.RequestStatistics;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The organization that is read, a real one or the sandbox's, and the client for it. It owns both
 * the client and the sandbox.
 */
final class Account implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Account.class);

  private final Settings settings;
  private final RequestStatistics statistics;
  private final KustomerClient client;
  private final Optional<Sandbox> sandbox;
  private Optional<String> organization = Optional.empty();

  private Account(
      Settings settings,
      Optional<Sandbox> sandbox,
      Surroundings surroundings,
      List<RequestListener> others) {
    this.settings = settings;
    this.sandbox = sandbox;
    this.statistics = new RequestStatistics(surroundings.timer());
    this.client =
        new KustomerClient(
            new ClientOptions(
                settings.apiUrl(),
                settings.apiToken(),
                settings.userAgent(),
                settings.concurrency(),
                settings.requestTimeout(),
                settings.maxRetries(),
                settings.rateLimitReserve()),
            surroundings.timer(),
            surroundings.random(),
            RequestListener.all(statistics, others));
  }

  /** The organization that the settings name; the listeners are notified of its requests. */
  static Account real(
      Settings settings, Surroundings surroundings, List<RequestListener> listeners) {
    Account account = new Account(settings, Optional.empty(), surroundings, listeners);
    account.client.proxy().ifPresent(proxy -> LOG.info("requests go through {}", proxy));
    return account;
  }

  static Account sandbox(
      Settings settings,
      SandboxOptions options,
      Surroundings surroundings,
      List<RequestListener> listeners) {
    Organization organization =
        Organization.generate(options.seed(), SandboxCommand.RECORDS, java.time.Clock.systemUTC());
    Sandbox sandbox = Sandbox.start(options, organization);
    LOG.info("reading the sandbox at {}, a made-up organization", sandbox.uri());
    return new Account(
        settings.withApi(sandbox.uri(), new Secret(sandbox.apiKey())),
        Optional.of(sandbox),
        surroundings,
        listeners);
  }

  Settings settings() {
    return settings;
  }

  KustomerClient client() {
    return client;
  }

  RequestStatistics statistics() {
    return statistics;
  }

  /**
   * Makes the first request, which shows whether the key is good and what time it is on the server.
   *
   * @throws io.github.tapkustomer.TapException if the key was refused, or nobody answers
   */
  void greet() {
    try {
      JsonNode user =
          client.ask(ApiRequest.get("current_user", "/v1/users/current"), AnswerReader.json());
      organization = Optional.ofNullable(user.at("/data/relationships/org/data/id").textValue());
    } catch (ApiException notForThisKey) {
      // The key is good, though it may not read this; the streams will show what it may.
      LOG.debug("{}", notForThisKey.getMessage());
    }
    refuseFutureStart();
  }

  /** Compares with the server's clock, not with the local one. */
  private void refuseFutureStart() {
    Instant now = client.serverClock().latest();
    if (settings.startDate().isAfter(now)) {
      throw TapException.badInput(
          "start_date is in the future (%s; the server's time is %s): give an earlier one"
              .formatted(settings.startDate(), now.truncatedTo(ChronoUnit.SECONDS)));
    }
  }

  /** The id of the organization that the key belongs to, if the first answer stated it. */
  Optional<String> organization() {
    return organization;
  }

  /** The catalog of what this key can read. */
  ObjectNode discover(Purpose purpose) {
    return new Discovery(client, settings.concurrency(), settings.masks()).catalog(purpose);
  }

  /** Closes the client, which cancels its requests, and the sandbox. */
  @Override
  public void close() {
    try {
      client.close();
    } finally {
      sandbox.ifPresent(Sandbox::close);
    }
  }
}
