namespace LinkGraph.Embedded;

/// <summary>The password of a database folder: made once, for the eyes of its owner.</summary>
public static class PasswordFile
{
    public static string PathIn(string folder) => Path.Combine(folder, "bolt-password");

    internal static string ReadOrMake(string folder, Func<string> make)
    {
        var path = PathIn(folder);
        if (File.Exists(path))
        {
            return File.ReadAllText(path).Trim();
        }

        var password = make();
        var half = path + ".half";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var writer = new StreamWriter(half, options))
        {
            writer.WriteLine(password);
        }

        File.Move(half, path);
        return password;
    }
}
