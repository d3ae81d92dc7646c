package io.github.tapkustomer.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * An HTTP proxy that leads to one server, whatever host is asked for, and notes what it is asked.
 */
final class ConnectProxy implements Closeable {
  private final int target;
  private final String answer;
  private final ServerSocket listening;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final List<String> asked = new CopyOnWriteArrayList<>();

  /**
   * Listens at a port of its own.
   *
   * @param target the server's port on this machine
   * @param answer the status that it answers with; it leads on with 200 alone
   */
  ConnectProxy(int target, String answer) throws IOException {
    this.target = target;
    this.answer = answer;
    this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    start(this::accept);
  }

  int port() {
    return listening.getLocalPort();
  }

  /** The heads of the requests that it got. */
  List<String> asked() {
    return List.copyOf(asked);
  }

  private void accept() throws IOException {
    while (true) {
      Socket client = listening.accept();
      open.add(client);
      start(() -> lead(client));
    }
  }

  private void lead(Socket client) throws IOException {
    asked.add(head(client.getInputStream()));
    client.getOutputStream().write(("HTTP/1.1 " + answer + "\r\n\r\n").getBytes(ISO_8859_1));
    if (!answer.startsWith("200")) {
      client.close();
      return;
    }
    Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
    open.add(server);
    start(() -> server.getInputStream().transferTo(client.getOutputStream()));
    client.getInputStream().transferTo(server.getOutputStream());
  }

  private static String head(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    for (int next; (next = in.read()) >= 0; ) {
      head.write(next);
      if (head.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
        break;
      }
    }
    return head.toString(ISO_8859_1);
  }

  private interface Work {
    void run() throws IOException;
  }

  private static void start(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException closed) {
                // Then there is nothing more to pass on.
              }
            },
            "proxy");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    listening.close();
    for (Socket socket : open) {
      socket.close();
    }
  }
}
