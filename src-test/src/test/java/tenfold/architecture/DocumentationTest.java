package tenfold.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/// The public API is documented: what a newcomer can call says in a sentence what it does. Overriding methods are
/// documented where they are declared, record accessors by `@param`.
class DocumentationTest {
  @Test
  void everyPublicTypeAndMethodIsDocumented() throws IOException {
    var compiler = ToolProvider.getSystemJavaCompiler();
    var missing = new ArrayList<String>();
    try (var files = compiler.getStandardFileManager(null, null, null)) {
      var paths = SourceFile.main().stream().map(SourceFile::absolutePath).toList();
      var sources = files.getJavaFileObjectsFromPaths(paths);
      var task = (JavacTask) compiler.getTask(null, files, _ -> {}, List.of("-proc:none"), null, sources);
      var docs = DocTrees.instance(task);
      for (var file : task.parse()) {
        new Undocumented(docs, file.getSourceFile().getName(), missing).scan(file, null);
      }
    }
    assertEquals(List.of(), missing, "public and without a /// sentence");
  }

  /// Walks through the public types of a file.
  private static final class Undocumented extends TreePathScanner<Void, Void> {
    private final DocTrees docs;
    private final String file;
    private final List<String> found;

    Undocumented(DocTrees docs, String file, List<String> found) {
      this.docs = docs;
      this.file = file;
      this.found = found;
    }

    @Override
    public Void visitClass(ClassTree type, Void nothing) {
      if (!isPublic(type.getModifiers())) {
        return null; // Nothing inside can be called from elsewhere.
      }
      require(type.getSimpleName().toString());
      return super.visitClass(type, nothing);
    }

    @Override
    public Void visitMethod(MethodTree method, Void nothing) {
      boolean isConstructor = method.getName().contentEquals("<init>");
      if (!isConstructor && isPublic(method.getModifiers()) && !isOverride(method.getModifiers())) {
        require(method.getName() + "()");
      }
      return null;
    }

    private void require(String name) {
      var comment = docs.getDocComment(getCurrentPath());
      if (comment == null || comment.isBlank()) {
        found.add(file + ": " + name);
      }
    }

    private boolean isPublic(ModifiersTree modifiers) {
      return modifiers.getFlags().contains(Modifier.PUBLIC)
          || isInInterface() && !modifiers.getFlags().contains(Modifier.PRIVATE);
    }

    private boolean isInInterface() {
      var owner = getCurrentPath().getParentPath().getLeaf();
      return owner.getKind() == Tree.Kind.INTERFACE || owner.getKind() == Tree.Kind.ANNOTATION_TYPE;
    }

    private static boolean isOverride(ModifiersTree modifiers) {
      return modifiers.getAnnotations().stream()
          .anyMatch(annotation -> annotation.getAnnotationType().toString().equals("Override"));
    }
  }
}
