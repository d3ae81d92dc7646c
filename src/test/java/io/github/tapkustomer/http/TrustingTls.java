package io.github.tapkustomer.http;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;

/** TLS that takes any certificate for any host's, as a test's own server needs it. */
final class TrustingTls implements X509TrustManager {
  private TrustingTls() {}

  static OkHttpClient.Builder builder() throws GeneralSecurityException {
    X509TrustManager trusting = new TrustingTls();
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(null, new TrustManager[] {trusting}, null);
    return new OkHttpClient.Builder()
        .sslSocketFactory(tls.getSocketFactory(), trusting)
        .hostnameVerifier((host, session) -> true);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType) {}

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType) {}

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}
