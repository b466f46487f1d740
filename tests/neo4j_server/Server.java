import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;

/**
 * A Neo4j for one test run: `java -cp "lib/*" Server.java HOME CONF`.
 *
 * Prints "ready" when it is up. It ends when its standard input does, so that it cannot outlive
 * the tests, however they end, and takes HOME with it.
 */
class Server {
    public static void main(String[] arguments) throws Exception {
        Path home = Path.of(arguments[0]);
        try {
            new DatabaseManagementServiceBuilder(home)
                    .loadPropertiesFromFile(Path.of(arguments[1]))
                    .build();
            System.out.println("ready");
            System.in.transferTo(java.io.OutputStream.nullOutputStream());
        } catch (Throwable failure) {
            failure.printStackTrace();
        } finally {
            try (var files = Files.walk(home)) {
                files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
            }
            // What is in memory is thrown away: an orderly shutdown would take seconds for nothing.
            Runtime.getRuntime().halt(0);
        }
    }
}
