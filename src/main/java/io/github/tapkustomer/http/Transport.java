package io.github.tapkustomer.http;

import io.github.tapkustomer.http.network.CertificateBundle;
import io.github.tapkustomer.http.network.EnvironmentProxy;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * Sends one request to the one host. The only user of OkHttp, which must neither follow redirects
 * nor retry on its own: each attempt counts against the budget.
 */
final class Transport implements AutoCloseable {
  private static final MediaType JSON = MediaType.get("application/json");
  private static final byte[] NO_BODY = new byte[0];

  private static final Duration LONGEST_PING_INTERVAL = Duration.ofSeconds(20);

  private final RunningCalls running = new RunningCalls();
  private final OkHttpClient http;
  private final HttpUrl host;
  private final ClientOptions options;
  private final Optional<EnvironmentProxy> proxy;

  Transport(ClientOptions options) {
    this(options, new OkHttpClient.Builder(), System.getenv());
  }

  /** A transport on top of a builder, such as one with a test's own answers. */
  Transport(ClientOptions options, OkHttpClient.Builder builder) {
    this(options, builder, Map.of());
  }

  /** The same, through the proxy that these variables may name. */
  Transport(ClientOptions options, OkHttpClient.Builder builder, Map<String, String> environment) {
    this.options = options;
    this.host = hostUrl(options.host());
    this.proxy = EnvironmentProxy.to(host, environment);
    proxy.ifPresent(named -> named.applyTo(builder));
    if (host.isHttps()) {
      CertificateBundle.of(environment).ifPresent(bundle -> bundle.applyTo(builder));
    } else {
      // Otherwise OkHttp reads Java's certificates, which takes longer than the JVM's start.
      builder.connectionSpecs(List.of(ConnectionSpec.CLEARTEXT));
    }
    this.http =
        builder
            .connectTimeout(options.requestTimeout())
            .readTimeout(options.requestTimeout())
            .writeTimeout(options.requestTimeout())
            .pingInterval(pingInterval(options.requestTimeout()))
            .retryOnConnectionFailure(false)
            .followRedirects(false)
            .followSslRedirects(false)
            .eventListener(running)
            .addNetworkInterceptor(chain -> leftToUs(chain.proceed(chain.request())))
            .connectionPool(new ConnectionPool(options.concurrency(), 5, TimeUnit.MINUTES))
            .build();
  }

  /**
   * How often an HTTP/2 connection must prove that it lives. Otherwise each retry would use one
   * that a firewall has dropped: OkHttp keeps a connection after a timeout.
   */
  private static Duration pingInterval(Duration requestTimeout) {
    Duration twiceWithinTheTimeout = requestTimeout.dividedBy(4);
    return twiceWithinTheTimeout.compareTo(LONGEST_PING_INTERVAL) < 0
        ? twiceWithinTheTimeout
        : LONGEST_PING_INTERVAL;
  }

  /** OkHttp would retry by itself after a 503 with a Retry-After of zero. */
  private static Response leftToUs(Response response) {
    boolean atOnce = response.code() == 503 && response.header("Retry-After", "").matches("0+");
    return atOnce ? response.newBuilder().removeHeader("Retry-After").build() : response;
  }

  private static HttpUrl hostUrl(URI host) {
    HttpUrl url = HttpUrl.get(host);
    if (url == null) {
      throw new IllegalArgumentException("host: not an http URL: " + host);
    }
    return url;
  }

  /** Sends the request and returns once the headers have come; the caller closes the response. */
  Response send(ApiRequest request) throws IOException {
    HttpUrl url = host.resolve(request.path());
    if (url == null || !url.host().equals(host.host()) || url.port() != host.port()) {
      throw new IllegalArgumentException("path leaves the host: " + request.path());
    }
    Request.Builder builder =
        new Request.Builder()
            .url(url)
            .header("Authorization", "Bearer " + options.apiKey().reveal())
            .header("User-Agent", options.userAgent())
            .header("Accept", "application/json");
    if (request.body().isPresent()) {
      builder.post(RequestBody.create(request.body().orElse(NO_BODY), JSON));
    }
    try {
      return execute(http.newCall(builder.build()));
    } catch (IOException failure) {
      throw proxy.map(named -> named.told(failure)).orElse(failure);
    }
  }

  /** Describes the proxy on the way to the host, for messages. */
  Optional<String> proxy() {
    return proxy.map(named -> named + " (" + named.variable() + ")");
  }

  /** OkHttp is written in Kotlin and may throw an InterruptedException that it does not declare. */
  private static Response execute(Call call) throws IOException {
    try {
      return call.execute();
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception interrupted) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while connecting");
    }
  }

  /** Cancels the requests in flight, to the last byte of their bodies, and all later ones. */
  void cancel() {
    running.end();
  }

  /** Cancels, and closes the connections; responses that are not yet closed break off. */
  @Override
  public void close() {
    cancel();
    http.connectionPool().evictAll();
    http.dispatcher().executorService().shutdown();
  }
}
