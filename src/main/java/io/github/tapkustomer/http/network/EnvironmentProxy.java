package io.github.tapkustomer.http.network;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.github.tapkustomer.Secret;
import io.github.tapkustomer.TapException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Proxy;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import okhttp3.Credentials;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP proxy that {@code HTTPS_PROXY} and {@code NO_PROXY} name for a host, by the rules of
 * curl and others. {@code HTTP_PROXY} does not apply: all hosts without TLS are this machine, which
 * needs no proxy.
 *
 * @param variable names the proxy
 * @param address its host and port
 * @param login the credentials for it
 */
public record EnvironmentProxy(String variable, InetSocketAddress address, Optional<Secret> login) {
  private static final List<String> PROXY =
      List.of("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY");
  private static final List<String> NO_PROXY = List.of("no_proxy", "NO_PROXY");
  private static final Pattern THIS_MACHINE = Pattern.compile("localhost|127\\..*|::1");
  private static final String LOGIN_HEADER = "Proxy-Authorization";

  public EnvironmentProxy {
    requireNonNull(variable, "variable");
    requireNonNull(address, "address");
    requireNonNull(login, "login");
  }

  /**
   * The proxy on the way to a host; none if a system property of Java's names another.
   *
   * @throws TapException of kind BAD_INPUT if the variable holds no usable proxy
   */
  public static Optional<EnvironmentProxy> to(HttpUrl host, Map<String, String> environment) {
    if (!host.isHttps()
        || THIS_MACHINE.matcher(host.host()).matches()
        || System.getProperty("https.proxyHost") != null
        || isDirect(host, environment)) {
      return Optional.empty();
    }
    return EnvironmentVariable.firstOf(PROXY, environment).map(EnvironmentProxy::read);
  }

  private static boolean isDirect(HttpUrl host, Map<String, String> environment) {
    return EnvironmentVariable.firstOf(NO_PROXY, environment)
        .filter(direct -> DirectHosts.of(direct.value()).contains(host))
        .isPresent();
  }

  private static EnvironmentProxy read(EnvironmentVariable variable) {
    String text = variable.value();
    HttpUrl url = HttpUrl.parse(text.contains("://") ? text : "http://" + text);
    if (url == null || url.isHttps()) {
      // The value is not repeated, since it may hold a password.
      throw TapException.badInput(
          variable.name()
              + " is not an HTTP proxy: write it as http://proxy.example.com:3128, or name the"
              + " API's host in NO_PROXY");
    }
    Optional<Secret> login =
        Optional.of(url.username())
            .filter(user -> !user.isEmpty())
            .map(user -> new Secret(Credentials.basic(user, url.password(), UTF_8)));
    // Resolved on use, so that an unknown name is reported like any other.
    return new EnvironmentProxy(
        variable.name(), InetSocketAddress.createUnresolved(url.host(), url.port()), login);
  }

  public void applyTo(OkHttpClient.Builder builder) {
    builder.proxy(new Proxy(Proxy.Type.HTTP, address));
    login.ifPresent(
        secret -> builder.proxyAuthenticator((route, answer) -> withLogin(answer, secret)));
  }

  /** Retries with the login; not again if the proxy has refused it. */
  private static @Nullable Request withLogin(Response answer, Secret login) {
    Request request = answer.request();
    return request.header(LOGIN_HEADER) == null
        ? request.newBuilder().header(LOGIN_HEADER, login.reveal()).build()
        : null;
  }

  /** The failure, reworded if it is the proxy's: no other host is connected to. */
  public IOException told(IOException failure) {
    String message = String.valueOf(failure.getMessage());
    if (failure instanceof UnknownHostException
        || failure instanceof ConnectException
        || failure instanceof NoRouteToHostException) {
      return new ProxyException(
          "no connection to " + this + " (" + message + ")", variable, failure);
    }
    // How OkHttp reports what a proxy answers instead of letting the request through.
    if (message.startsWith("Failed to authenticate with proxy")) {
      return new ProxyException(this + " refused the login", variable, failure);
    }
    if (message.startsWith("Unexpected response code for CONNECT")) {
      return new ProxyException(
          this + " did not let the request through (" + message + ")", variable, failure);
    }
    return failure;
  }

  @Override
  public String toString() {
    return "the proxy " + address.getHostString() + ":" + address.getPort();
  }
}
