package io.github.tapkustomer.http.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tapkustomer.TapException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentProxyTest {
  private static final String API = "https://acme.api.kustomerapp.com/v1";

  @ParameterizedTest
  @CsvSource({
    "HTTPS_PROXY, http://proxy.example.com:3128, proxy.example.com:3128",
    "https_proxy, ' proxy.example.com:3128 ', proxy.example.com:3128",
    "HTTPS_PROXY, http://proxy.example.com/, proxy.example.com:80",
    "HTTPS_PROXY, http://jane:s3cret@[::1]:3128, ::1:3128",
    "all_proxy, http://proxy.example.com:3128, proxy.example.com:3128",
    "ALL_PROXY, http://proxy.example.com:3128, proxy.example.com:3128"
  })
  void isReadWithoutLookingItUp(String variable, String value, String shown) {
    EnvironmentProxy proxy = proxy(API, Map.of(variable, value)).orElseThrow();

    assertThat(proxy).hasToString("the proxy " + shown);
    assertThat(proxy.variable()).isEqualTo(variable);
    assertThat(proxy.address().isUnresolved()).isTrue();
  }

  @Test
  void isTheOneForTlsRatherThanTheOneForAll() {
    Map<String, String> all = new HashMap<>(Map.of("ALL_PROXY", "d:1", "all_proxy", "c:1"));

    assertThat(proxy(API, all)).hasToString("Optional[the proxy c:1]");
    all.put("HTTPS_PROXY", "b:1");
    assertThat(proxy(API, all)).hasToString("Optional[the proxy b:1]");
    all.put("https_proxy", "a:1");
    assertThat(proxy(API, all)).hasToString("Optional[the proxy a:1]");
    all.put("https_proxy", " ");
    assertThat(proxy(API, all)).hasToString("Optional[the proxy b:1]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:8080",
        "http://localhost:8080",
        "https://localhost:8443",
        "https://127.0.0.2",
        "https://[::1]:8443"
      })
  void isNotUsedForThisMachine(String host) {
    assertThat(proxy(host, Map.of("HTTPS_PROXY", "a:1", "HTTP_PROXY", "a:1"))).isEmpty();
  }

  @Test
  void isNotTheOneForHostsWithoutTls() {
    assertThat(proxy(API, Map.of("HTTP_PROXY", "a:1", "http_proxy", "a:1"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "acme.api.kustomerapp.com | true",
        "ACME.API.KustomerApp.com | true",
        "kustomerapp.com | true",
        ".kustomerapp.com | true",
        "*.kustomerapp.com | true",
        "example.com, kustomerapp.com | true",
        "example.com kustomerapp.com | true",
        "* | true",
        "app.com | false",
        "x.acme.api.kustomerapp.com | false",
        "acme.api.kustomerapp.com:443 | true",
        ".kustomerapp.com:443 | true",
        "kustomerapp.com:8443 | false",
        "10.0.0.0/8 | false",
        "/8, ::/0, :443 | false",
        ", | false"
      })
  void isBypassedForTheHostsThatTheOtherVariableNames(String list, boolean direct) {
    for (String name : new String[] {"NO_PROXY", "no_proxy"}) {
      assertThat(proxy(API, Map.of("HTTPS_PROXY", "a:1", name, list)).isEmpty()).isEqualTo(direct);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "10.1.2.3 | 10.1.2.3 | true",
        "10.1.2.3 | 10.0.0.0/8 | true",
        "10.1.2.3 | 10.1.2.0/30 | true",
        "10.1.2.4 | 10.1.2.0/30 | false",
        "11.1.2.3 | 10.0.0.0/8 | false",
        "10.1.2.3 | 0.0.0.0/0 | true",
        "10.1.2.3 | 10.0.0.0/33 | false",
        "10.1.2.3 | 999.1.2.3/8 | false",
        "10.1.2.3 | 10.1.2.3:443 | true",
        "10.1.2.3 | 10.1.2.3:8443 | false",
        "[fd00::1] | fd00::1 | true",
        "[fd00::1] | [fd00::1] | true",
        "[fd00::1] | fd00::/8 | true",
        "[fd00::1] | [fd00::1]:443 | true",
        "[fd00::1] | [fd00::1]:8443 | false",
        "[fe00::1] | fd00::/8 | false",
        "[fd00::1] | 10.0.0.0/8 | false"
      })
  void isBypassedForTheAddressesThatTheOtherVariableNames(
      String host, String list, boolean direct) {
    Map<String, String> environment = Map.of("HTTPS_PROXY", "a:1", "NO_PROXY", list);

    assertThat(proxy("https://" + host, environment).isEmpty()).isEqualTo(direct);
  }

  /** The property is for the tap alone; the variable is for all programs. */
  @Test
  void yieldsToThePropertyOfJava() {
    System.setProperty("https.proxyHost", "other.example.com");
    try {
      assertThat(proxy(API, Map.of("HTTPS_PROXY", "a:1"))).isEmpty();
    } finally {
      System.clearProperty("https.proxyHost");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "socks5://jane:s3cret@proxy.example.com:1080",
        "https://jane:s3cret@proxy.example.com:3128",
        "http://jane:s3cret@proxy.example.com:port",
        "http://"
      })
  void mustBeOneThatSpeaksHttp(String value) {
    assertThatThrownBy(() -> proxy(API, Map.of("HTTPS_PROXY", value)))
        .isInstanceOf(TapException.class)
        .hasMessageStartingWith("HTTPS_PROXY is not an HTTP proxy: write it as http://")
        .hasMessageNotContainingAny("jane", "s3cret");
  }

  private static Optional<EnvironmentProxy> proxy(String host, Map<String, String> environment) {
    return EnvironmentProxy.to(HttpUrl.get(host), environment);
  }
}
