using System.Text.Json;
using Rushes.Engine.Cutting.Captions;
using Rushes.Engine.Cutting.Sheets;
using Rushes.Engine.Cutting.Sounds;
using Rushes.Engine.Texts;
using Rushes.Film;
using Rushes.Film.Cuts;

namespace Rushes.Engine.Cutting;

/// <summary>Brings clips into the film's own form, each once, as it arrives.</summary>
internal sealed class ClipRoom(IPictureLab lab, ISoundLab sounds, PlatformZones zones, FontFolder fonts)
{
    /// <summary>The normal clip of a scene.</summary>
    /// <exception cref="MistakeException">The file is no whole video.</exception>
    public async Task<NormalScene> NormalAsync(CutOrder order, CutScene scene, CutFolder folder, CancellationToken cancellation)
    {
        if (scene.Clip is not { } clip)
            return await CardAsync(order, scene, folder, cancellation);
        var digest = folder.Bench.DigestOf(clip);
        if (scene.Normal && lab.ReadNormal(clip, order.Form) is { } frames && (scene.Own || await IsSoundAsync(clip, digest, folder, cancellation)))
            return new NormalScene(scene.Scene, clip, digest, frames, scene.Audible ? await SoundAsync(clip, digest, folder, cancellation) : null, frames.Count, null);
        return await DevelopedAsync(order, scene, clip, digest, folder, cancellation);
    }

    private async Task<string?> SoundAsync(string clip, string digest, CutFolder folder, CancellationToken cancellation)
    {
        var pcm = await folder.OnceAsync($"clips/{digest}.pcm", part => sounds.DecodeAsync(clip, part, cancellation), cancellation);
        return await Task.Run(() => SoundRoom.LoudnessOf(pcm), cancellation) is null ? null : pcm;
    }

    private async Task<NormalScene> DevelopedAsync(CutOrder order, CutScene scene, string clip, string digest, CutFolder folder, CancellationToken cancellation)
    {
        // Half a second more than the scene shows, so that a transition can be asked for later without doing this again.
        var frames = scene.Frames + order.Form.Handle;
        var captions = order.Captions == Film.Briefs.Captions.Burn && scene.Captions.Count > 0
            ? new CaptionSheet(scene.Captions, order.Form.Size, zones.Of(order.Platform, order.Form.Size), fonts, order.Language, order.Form.Rate.Seconds(scene.Frames))
            : null;
        var keys = order.Form.KeysOf(scene.Frames).Append(scene.Frames).ToList();
        var name = Digest.Of("clip/1", digest, order.Form, frames, string.Join(',', keys), captions is null ? null : AssWriter.Film(captions));
        var sound = $"clips/{name}.pcm";
        Developed? made = null;
        var picture = await folder.OnceAsync($"clips/{name}.mp4", async part =>
        {
            var footage = await lab.LookAsync(clip, cancellation);
            var partOfSound = part + ".pcm";
            var damage = await lab.DevelopAsync(
                new Development
                {
                    Clip = clip,
                    Footage = footage,
                    Form = order.Form,
                    Frames = frames,
                    Keys = keys,
                    Captions = captions,
                    Picture = part,
                    Sound = footage.HasSound ? partOfSound : null,
                },
                cancellation);
            made = new Developed(Math.Min(frames, order.Form.Rate.Frames(footage.Seconds)), damage);
            await KeepSoundAsync(footage.HasSound ? partOfSound : null, sound, folder, cancellation);
            await folder.OnceAsync($"clips/{name}.json", note => File.WriteAllTextAsync(note, JsonSerializer.Serialize(made), cancellation), cancellation);
        }, cancellation);
        made ??= JsonSerializer.Deserialize<Developed>(await File.ReadAllTextAsync(folder.PathOf($"clips/{name}.json"), cancellation))!;
        var tables = lab.ReadNormal(picture, order.Form) ?? throw new InvalidDataException(picture);
        var heard = folder.PathOf(sound);
        return new NormalScene(scene.Scene, picture, name, tables, File.Exists(heard) ? heard : null, made.Filmed, made.Damage);
    }

    /// <summary>A silent stream is no sound: ours takes its place.</summary>
    private static async Task KeepSoundAsync(string? part, string name, CutFolder folder, CancellationToken cancellation)
    {
        if (part is null || !File.Exists(part))
            return;
        if (await Task.Run(() => SoundRoom.LoudnessOf(part), cancellation) is not null)
            File.Move(part, folder.PathOf(name), overwrite: true);
        else
            File.Delete(part);
    }

    private async Task<NormalScene> CardAsync(CutOrder order, CutScene scene, CutFolder folder, CancellationToken cancellation)
    {
        var frames = scene.Frames + order.Form.Handle;
        var texts = MissingCard.Write(
            order.Form.Size, Sentence.Of("cut.card-scene", scene.Scene), Sentence.Of("cut.card-missing"), scene.Shot?.Location ?? "", fonts, order.Language);
        var name = Digest.Of("card/1", order.Form, frames, texts);
        var picture = await folder.OnceAsync($"cards/{name}.mp4", part => lab.DrawCardAsync(order.Form, frames, texts, part, cancellation), cancellation);
        var tables = lab.ReadNormal(picture, order.Form) ?? throw new InvalidDataException(picture);
        return new NormalScene(scene.Scene, picture, name, tables, null, frames, null);
    }

    /// <summary>Somebody else's clip that is going to be copied is decoded once, so that no damage gets into the film unseen.</summary>
    private async Task<bool> IsSoundAsync(string clip, string digest, CutFolder folder, CancellationToken cancellation)
    {
        var note = await folder.OnceAsync(
            $"checked/{digest}.txt",
            async part => await File.WriteAllTextAsync(part, await lab.DamageAsync(clip, cancellation) ?? "", cancellation),
            cancellation);
        return new FileInfo(note).Length == 0;
    }

    internal sealed record Developed(int Filmed, string? Damage);
}
