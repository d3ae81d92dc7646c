package io.github.tapkustomer.http;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Listens at a port of this machine's own, and leads to another. */
abstract class LoopbackProxy implements Closeable {
  final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final int target;
  private final ServerSocket listening;

  /** A proxy that accepts nobody yet; its maker starts that. */
  LoopbackProxy(int target) throws IOException {
    this.target = target;
    this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }

  final int port() {
    return listening.getLocalPort();
  }

  /** Waits for the next client. */
  final Socket client() throws IOException {
    return opened(listening.accept());
  }

  /** A connection to the server. */
  final Socket server() throws IOException {
    return opened(new Socket(InetAddress.getLoopbackAddress(), target));
  }

  private Socket opened(Socket socket) {
    open.add(socket);
    return socket;
  }

  interface Work {
    void run() throws IOException;
  }

  static void start(Work work) {
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
  public final void close() throws IOException {
    listening.close();
    for (Socket socket : open) {
      socket.close();
    }
  }
}
