package io.github.tapkustomer.http.network;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.tapkustomer.OneLine;
import io.github.tapkustomer.TapException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;

/**
 * The certificates of authorities named by {@code REQUESTS_CA_BUNDLE}, {@code CURL_CA_BUNDLE} or
 * {@code SSL_CERT_FILE}. They replace Java's own, as in the tools that the variables come from.
 *
 * @param variable names the file
 */
public record CertificateBundle(String variable, List<X509Certificate> certificates) {
  private static final List<String> VARIABLES =
      List.of("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "SSL_CERT_FILE");

  private static final Pattern PEM =
      Pattern.compile("-----BEGIN CERTIFICATE-----.*?-----END CERTIFICATE-----", Pattern.DOTALL);

  public CertificateBundle {
    certificates = List.copyOf(certificates);
  }

  /**
   * The bundle that the environment names; none if a system property of Java's names a store.
   *
   * @throws TapException of kind BAD_INPUT if the file cannot be used
   */
  public static Optional<CertificateBundle> of(Map<String, String> environment) {
    if (System.getProperty("javax.net.ssl.trustStore") != null) {
      return Optional.empty();
    }
    return EnvironmentVariable.firstOf(VARIABLES, environment)
        .map(bundle -> read(bundle.name(), bundle.value()));
  }

  private static CertificateBundle read(String variable, String file) {
    try {
      String text = Files.readString(Path.of(file), ISO_8859_1);
      CertificateFactory factory = CertificateFactory.getInstance("X.509");
      List<X509Certificate> certificates = new ArrayList<>();
      for (Matcher pem = PEM.matcher(text); pem.find(); ) {
        byte[] bytes = pem.group().getBytes(US_ASCII);
        certificates.add(
            (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(bytes)));
      }
      if (certificates.isEmpty()) {
        throw unusable(variable, file, "holds no certificate");
      }
      return new CertificateBundle(variable, certificates);
    } catch (IOException | InvalidPathException e) {
      throw unusable(variable, file, "cannot be read");
    } catch (CertificateException e) {
      throw unusable(variable, file, "holds a certificate that cannot be read");
    }
  }

  private static TapException unusable(String variable, String file, String why) {
    return TapException.badInput(
        "%s names %s, which %s: name a file of PEM certificates, or unset %s"
            .formatted(variable, OneLine.quoted(file), why, variable));
  }

  /** Makes the client trust these authorities alone. */
  public void applyTo(OkHttpClient.Builder builder) {
    try {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      for (int i = 0; i < certificates.size(); i++) {
        store.setCertificateEntry("authority-" + i, certificates.get(i));
      }
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(store);
      X509TrustManager trust =
          Stream.of(factory.getTrustManagers())
              .filter(X509TrustManager.class::isInstance)
              .map(X509TrustManager.class::cast)
              .findFirst()
              .orElseThrow();
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {trust}, null);
      builder.sslSocketFactory(context.getSocketFactory(), trust);
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
