import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.io.IOException;
import org.slf4j.LoggerFactory;

/** Serves over TLS what another server gives, with HTTP/2 or not and gzip or not, until stdin ends. */
public final class WireFront {
  private WireFront() {}

  /**
   * Prints "port" and its port once it serves.
   *
   * @param arguments the other server, a PKCS 12 key store with the password "password", "h1" or
   *     "h2", and "identity" or "gzip"
   */
  public static void main(String[] arguments) throws IOException {
    ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.OFF);
    WireMockServer front =
        new WireMockServer(
            WireMockConfiguration.options()
                .dynamicPort()
                .dynamicHttpsPort()
                .keystorePath(arguments[1])
                .keystoreType("PKCS12")
                .keystorePassword("password")
                .keyManagerPassword("password")
                .http2TlsDisabled(arguments[2].equals("h1"))
                .gzipDisabled(arguments[3].equals("identity"))
                .disableRequestJournal()
                .containerThreads(60));
    front.start();
    front.stubFor(
        WireMock.any(WireMock.anyUrl())
            .willReturn(WireMock.aResponse().proxiedFrom(arguments[0])));
    System.out.println("port " + front.httpsPort());
    while (System.in.read() >= 0) {
      // Whoever started this holds stdin open as long as it is needed.
    }
    front.stop();
  }
}
