package io.github.tapkustomer.sandbox.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * HTTP/1.1 on loopback, with a thread for each connection.
 *
 * <p>The JDK's own server is not suitable: it overwrites the Date header with the machine's time,
 * which a test must be able to move. Unless a system property is set for the whole JVM, each of its
 * answers on a kept connection also waits 40 ms for a delayed acknowledgment.
 */
public final class HttpListener implements AutoCloseable {
  private static final int BACKLOG = 256;
  private static final byte[] LOOPBACK = {127, 0, 0, 1};

  /** Answers one request through its connection. */
  @FunctionalInterface
  public interface Handler {
    void handle(Request request, HttpConnection connection) throws IOException;
  }

  private final ServerSocket server;
  private final Handler handler;
  private final Clock clock;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads;

  private HttpListener(ServerSocket server, Handler handler, Clock clock) {
    this.server = server;
    this.handler = handler;
    this.clock = clock;
    AtomicInteger number = new AtomicInteger();
    this.threads =
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "sandbox-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
  }

  public static HttpListener start(int port, Handler handler, Clock clock) throws IOException {
    ServerSocket server = new ServerSocket();
    server.setReuseAddress(true);
    server.bind(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port), BACKLOG);
    HttpListener listener = new HttpListener(server, handler, clock);
    listener.threads.execute(listener::accept);
    return listener;
  }

  public int port() {
    return server.getLocalPort();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        open.add(socket);
        threads.execute(() -> serve(socket));
      } catch (IOException | RejectedExecutionException closed) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      HttpConnection connection = new HttpConnection(socket, clock);
      while (connection.isOpen()) {
        Request request = connection.read();
        if (request == null) {
          return;
        }
        handler.handle(request, connection);
      }
    } catch (IOException gone) {
      // The client hung up, or close() did: there is nobody left to tell.
    } finally {
      open.remove(socket);
    }
  }

  @Override
  public void close() {
    closeQuietly(server);
    threads.shutdown();
    open.forEach(HttpListener::closeQuietly);
  }

  private static void closeQuietly(AutoCloseable closeable) {
    try {
      closeable.close();
    } catch (Exception ignored) {
      // It is being thrown away.
    }
  }
}
