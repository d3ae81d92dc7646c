package io.github.tapkustomer.http;

import io.github.tapkustomer.Timer;
import java.io.IOException;
import java.util.function.DoubleSupplier;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** A client that is answered inside the process: all of its own code runs, but no socket. */
public final class InProcess {
  private InProcess() {}

  /** What stands in the network's place. */
  @FunctionalInterface
  public interface Server {
    Response answer(Request request) throws IOException;
  }

  public static KustomerClient client(
      ClientOptions options,
      Timer timer,
      DoubleSupplier random,
      RequestListener listener,
      Server server) {
    OkHttpClient.Builder builder =
        new OkHttpClient.Builder().addInterceptor(chain -> server.answer(chain.request()));
    return new KustomerClient(options, new Transport(options, builder), timer, random, listener);
  }
}
