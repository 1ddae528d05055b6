using System.Security.Cryptography;
using Rushes.Storage.Secrets;

namespace Rushes.Integration.Storage.Secrets;

public sealed class OnceFileTests : IDisposable
{
    private const int Makers = 8;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("rushes-once-");

    /// <summary>A key that is replaced after somebody sealed with it locks that account's credentials for ever.</summary>
    [Fact]
    public void Of_many_that_make_a_file_at_once_one_wins_and_all_hold_what_it_wrote()
    {
        using var start = new Barrier(Makers);
        var threads = new Thread[Makers];
        var held = new byte[Makers][];
        for (var round = 0; round < 200; round++)
        {
            var path = Path.Combine(_folder.FullName, FormattableString.Invariant($"{round}.key"));
            for (var maker = 0; maker < Makers; maker++)
            {
                var index = maker;
                threads[index] = new(() =>
                {
                    var content = RandomNumberGenerator.GetBytes(32);
                    start.SignalAndWait();
                    held[index] = OnceFile.Make(path, content);
                });
                threads[index].Start();
            }

            foreach (var thread in threads)
                thread.Join();
            var kept = File.ReadAllBytes(path);
            Assert.All(held, content => Assert.Equal(kept, content));
        }

        Assert.Equal(200, _folder.EnumerateFiles().Count());
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
