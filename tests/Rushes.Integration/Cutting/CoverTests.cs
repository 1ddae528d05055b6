using Rushes.Engine.Cutting;
using Rushes.Engine.Cutting.Captions;
using Rushes.Providers.Ffmpeg;

namespace Rushes.Integration.Cutting;

/// <summary>Pictures to post with a film: one each, of a photo where one is named, else of the film.</summary>
public sealed class CoverTests : IDisposable
{
    private readonly CuttingRoom _room = new();

    [Fact]
    public async Task A_cover_shows_the_photo_that_it_names_and_the_film_where_that_is_no_picture()
    {
        var (photo, letter) = (_room.Media["red.jpg"], _room.Media["letter.png"]);
        await _room.Media.FfmpegAsync("-v", "error", "-f", "lavfi", "-i", "color=c=red:s=300x400", "-frames:v", "1", photo);
        await File.WriteAllTextAsync(letter, "Dear Sir or Madam", CuttingRoom.Stop);
        var order = _room.Order(await _room.NormalAsync(1, 30)) with
        {
            Covers =
            [
                new("thumbnail.png", "MUA NGAY", "tiktok") { Photo = photo },
                new("thumbnail-2.png", "XEM RỒI HẴNG MUA", null) { Photo = letter },
                new("thumbnail-3.png", "", null),
            ],
        };
        var cut = await _room.Cutter.CutAsync(order, CuttingRoom.Stop);
        Assert.Equal(Path.Combine(_room.Project, "thumbnail.png"), cut.Thumbnail);
        Assert.True(await IsRedAsync("thumbnail.png"));
        Assert.False(await IsRedAsync("thumbnail-2.png"));
        Assert.False(File.Exists(Path.Combine(_room.Project, "thumbnail-3.png")));
    }

    public void Dispose() => _room.Dispose();

    /// <summary>Whether the middle of the upper half, where no words are, is red.</summary>
    private async Task<bool> IsRedAsync(string cover)
    {
        var size = CuttingRoom.Form.Size;
        var rows = await new PictureLab(_room.Media.Programs, FontFolder.BesideProgram).StillAsync(Path.Combine(_room.Project, cover), 0, size, CuttingRoom.Stop);
        var at = ((size.Height / 4 * size.Width) + (size.Width / 2)) * 3;
        return rows[at] > 200 && rows[at + 1] < 60 && rows[at + 2] < 60;
    }
}
