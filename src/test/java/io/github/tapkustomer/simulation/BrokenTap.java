package io.github.tapkustomer.simulation;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The tap and the simulation, loaded again with some of the tap's classes changed. */
final class BrokenTap implements AutoCloseable {
  private static final String OURS = "io.github.tapkustomer.";

  private final List<String> needs;
  private final Loader loader;

  /** Compiles the mutation's sources into the folder. */
  BrokenTap(Mutation mutation, Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    for (Map.Entry<String, String> source : mutation.sources().entrySet()) {
      Path file = folder.resolve("src").resolve(source.getKey());
      Files.createDirectories(file.getParent());
      files.add(Files.writeString(file, source.getValue()));
    }
    Path classes = Files.createDirectories(folder.resolve("classes"));
    compile(files, classes);
    this.needs = mutation.needs();
    this.loader = new Loader(classes);
  }

  private static void compile(List<Path> files, Path classes) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      List<String> options =
          List.of(
              "-d", classes.toString(), "-cp", System.getProperty("java.class.path"), "-nowarn");
      boolean compiled =
          compiler
              .getTask(
                  null, manager, null, options, null, manager.getJavaFileObjectsFromPaths(files))
              .call();
      if (!compiled) {
        throw new AssertionError("does not compile: " + files);
      }
    }
  }

  /** How the first of the seeds breaks that finds the mistake; empty where none does. */
  String firstFailure(long first, long last) throws ReflectiveOperationException {
    return (String)
        loader
            .loadClass(Seeds.class.getName())
            .getMethod("firstFailure", List.class, long.class, long.class)
            .invoke(null, needs, first, last);
  }

  @Override
  public void close() throws IOException {
    loader.close();
  }

  /** Loads our own classes itself, the broken ones first. */
  private static final class Loader extends URLClassLoader {
    Loader(Path broken) throws MalformedURLException {
      super(
          new URL[] {
            broken.toUri().toURL(),
            location(io.github.tapkustomer.sync.Sync.class),
            location(Simulation.class)
          },
          BrokenTap.class.getClassLoader());
    }

    private static URL location(Class<?> ours) {
      return ours.getProtectionDomain().getCodeSource().getLocation();
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.startsWith(OURS)) {
        return super.loadClass(name, resolve);
      }
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        return loaded == null ? findClass(name) : loaded;
      }
    }

    @Override
    public URL getResource(String name) {
      URL own = findResource(name);
      return own == null ? super.getResource(name) : own;
    }
  }
}
