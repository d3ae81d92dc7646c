package io.github.tapkustomer.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The root of the API, without {@code /v1}, in any form that a user may give. */
final class ApiAddress {
  private static final String NAME = "([a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)";
  private static final Pattern ORGANIZATION = Pattern.compile(NAME);
  private static final Pattern ORGANIZATION_URL =
      Pattern.compile(
          "(?:https?://)?" + NAME + "(?:\\.api)?(?:\\.prod\\d)?\\.kustomerapp\\.com(?:[:/?#].*)?");
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(?:\\.\\d{1,3}){3}|\\[::1]");
  private static final int HIGHEST_PORT = 65_535;

  private ApiAddress() {}

  /** The host of an organization, from its name or from any address of its pages or its API. */
  static Optional<URI> ofOrganization(String text) {
    String lowerCase = text.toLowerCase(Locale.ROOT);
    return group(ORGANIZATION, lowerCase)
        .or(() -> group(ORGANIZATION_URL, lowerCase))
        // api.kustomerapp.com belongs to a region, not to an organization.
        .filter(name -> !name.equals("api"))
        .map(name -> URI.create("https://" + name + ".api.kustomerapp.com"));
  }

  /** The URL without a trailing slash and {@code /v1}; empty if the key must not be sent there. */
  static Optional<URI> ofUrl(String text) {
    try {
      URI url = new URI(text);
      return isAcceptable(url) ? Optional.of(root(url)) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static boolean isAcceptable(URI url) {
    return url.getHost() != null
        && ("https".equalsIgnoreCase(url.getScheme()) || isLoopback(url))
        && url.getPort() != 0
        && url.getPort() <= HIGHEST_PORT
        && url.getRawUserInfo() == null
        && url.getRawQuery() == null
        && url.getRawFragment() == null;
  }

  private static boolean isLoopback(URI url) {
    return "http".equalsIgnoreCase(url.getScheme())
        && LOOPBACK.matcher(url.getHost().toLowerCase(Locale.ROOT)).matches();
  }

  private static URI root(URI url) {
    String scheme = url.getScheme().toLowerCase(Locale.ROOT);
    String port = url.getPort() < 0 ? "" : ":" + url.getPort();
    String path = url.getRawPath().replaceFirst("/*(/v1/*)?$", "");
    return URI.create(scheme + "://" + url.getHost() + port + path);
  }

  private static Optional<String> group(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
