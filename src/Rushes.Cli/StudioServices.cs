using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Rushes.Engine.Accounts;
using Rushes.Engine.Cutting;
using Rushes.Engine.Cutting.Captions;
using Rushes.Engine.Doors;
using Rushes.Engine.Library;
using Rushes.Engine.Machine;
using Rushes.Engine.Making;
using Rushes.Engine.Making.Commissions;
using Rushes.Engine.Making.Models;
using Rushes.Engine.Projects;
using Rushes.Engine.Shooting;
using Rushes.Engine.Shooting.Books;
using Rushes.Engine.Shooting.Hosting;
using Rushes.Engine.Shooting.Lanes;
using Rushes.Engine.Shooting.Prompts;
using Rushes.Engine.Shooting.Runs;
using Rushes.Engine.Voices;
using Rushes.Engine.Writing;
using Rushes.Engine.Writing.Checking;
using Rushes.Engine.Writing.LanguageModels;
using Rushes.Engine.Writing.Policy;
using Rushes.Engine.Writing.Social;
using Rushes.Providers.Animatic;
using Rushes.Providers.ComfyUi;
using Rushes.Providers.Fal;
using Rushes.Providers.Ffmpeg;
using Rushes.Providers.GeminiOmni;
using Rushes.Providers.GoogleFlow;
using Rushes.Providers.Http;
using Rushes.Providers.LanguageModels;
using Rushes.Providers.Speech;
using Rushes.Providers.VertexVeo;
using Rushes.Storage.Files;
using Rushes.Storage.Home;
using Rushes.Storage.Secrets;
using Rushes.Storage.Sqlite;
using Rushes.Storage.Takes;

namespace Rushes.Cli;

/// <summary>Puts the studio together: which room offers what to which. Nothing is opened before a command asks for it.</summary>
internal static class StudioServices
{
    /// <param name="home">The value of <c>--home</c>.</param>
    public static ServiceProvider Open(string? home)
    {
        var services = new ServiceCollection();
        Add(services, HomeFolder.Open(home, Environment.GetEnvironmentVariable));
        return services.BuildServiceProvider();
    }

    public static void Add(IServiceCollection services, HomeFolder home)
    {
        services.AddSingleton(home);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<ILoggerFactory, HomeLog>();
        services.AddSingleton(typeof(ILogger<>), typeof(Logger<>));
        AddLibrary(services);
        AddMedia(services);
        AddVoices(services, home);
        services.AddWire();
        AddShooting(services);
        AddMaking(services);
    }

    private static void AddLibrary(IServiceCollection services)
    {
        services.AddSingleton(studio => new FolderDataLibrary(Path.Combine(AppContext.BaseDirectory, "data"), studio.GetRequiredService<HomeFolder>().Data));
        services.AddSingleton<IDataLibrary>(studio => studio.GetRequiredService<FolderDataLibrary>());
        services.AddSingleton<IOwnData>(studio => studio.GetRequiredService<FolderDataLibrary>());
        services.AddSingleton<DataShelf>();
        services.AddSingleton<Catalogue>();
        services.AddSingleton<ModelBook>();
        services.AddSingleton(FontFolder.BesideProgram);
    }

    private static void AddMedia(IServiceCollection services)
    {
        services.AddSingleton<ProcessSpawner>();
        services.AddSingleton(new ProgramFinder(Environment.GetEnvironmentVariable));
        services.AddSingleton<MediaPrograms>();
        services.AddSingleton<IMachineCheck, MachineCheck>();
        services.AddSingleton<IPictureCheck, PictureCheck>();
        services.AddSingleton<ISoundCheck, SoundCheck>();
        services.AddSingleton<IClipCheck, ClipCheck>();
        services.AddSingleton<IEnlarger, LanczosEnlarger>();
        services.AddSingleton<ILastFrames, LastFrames>();
        services.AddSingleton<IPictureLab, PictureLab>();
        services.AddSingleton<ISoundLab, SoundLab>();
        services.AddSingleton<IFilmPrinter, FilmPrinter>();
        services.AddSingleton<FilmCutter>();
        services.AddSingleton<FilmMerger>();
    }

    private static void AddVoices(IServiceCollection services, HomeFolder home)
    {
        services.AddSpeech(home.Voices, Path.Combine(home.Cache, "lines"));
        services.AddSingleton<CharacterBearing>();
        services.AddSingleton<SpeakingRates>();
        services.AddSingleton<SpeakingStyles>();
        services.AddSingleton<SpeechDirector>();
        services.AddSingleton<VoiceSamples>();
    }

    private static void AddShooting(IServiceCollection services)
    {
        services.AddSingleton<IStudioStore>(studio =>
            SqliteStudioStore.Open(studio.GetRequiredService<HomeFolder>().Store, studio.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IKeyRing>(studio => new SealedKeyRing(
            (ISecretShelf)studio.GetRequiredService<IStudioStore>(), new(studio.GetRequiredService<HomeFolder>().Keys, Environment.GetEnvironmentVariable)));
        services.AddSingleton<AccountKinds>();
        services.AddSingleton<AccountDesk>();
        services.AddSingleton<AccountStandings>();
        services.AddSingleton<AccountTests>();
        services.AddSingleton<IRunBook>(studio => studio.GetRequiredService<IStudioStore>());
        services.AddSingleton<IAccountBook>(studio => studio.GetRequiredService<IStudioStore>());
        services.AddSingleton<IPresence>(studio =>
            new Presence(Path.Combine(studio.GetRequiredService<HomeFolder>().Root, "presence"), studio.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ITakeFiles, TakesFolder>();
        services.AddSingleton(studio =>
        {
            var home = studio.GetRequiredService<HomeFolder>();
            return new AnimaticSettings
            {
                Operations = home.Animatic,
                Layers = Path.Combine(home.Cache, "layers"),
                Fonts = studio.GetRequiredService<FontFolder>().Path,
            };
        });
        services.AddSingleton<IVideoProvider, AnimaticProvider>();
        services.AddSingleton<IVideoProvider, GoogleFlowProvider>().AddSingleton<IAccountCheck, FlowAccountCheck>();
        services.AddSingleton<IVideoProvider, GeminiOmniProvider>().AddSingleton<IAccountCheck, OmniAccountCheck>();
        services.AddSingleton<IVideoProvider, VertexVeoProvider>().AddSingleton<IAccountCheck, VertexVeoCheck>();
        services.AddSingleton<IVideoProvider, FalProvider>().AddSingleton<IAccountCheck, FalCheck>();
        services.AddSingleton<IVideoProvider, ComfyUiProvider>().AddSingleton<IAccountCheck, ComfyUiCheck>();
        services.AddSingleton<VideoProviders>();
        services.AddSingleton<LaneOptions>();
        services.AddSingleton<LaneTools>();
        services.AddSingleton<LaneFaults>();
        services.AddSingleton<LaneCrew>();
        services.AddSingleton<LaneSupervisor>();
        services.AddSingleton<ILaneHost, QuartzLaneHost>();
        services.AddSingleton<PromptRoom>();
        services.AddSingleton(studio =>
        {
            // What is made last is closed first: shoots leave their runs in the books when they close, by whatever name somebody asks for the books later.
            studio.GetRequiredService<IRunBook>();
            studio.GetRequiredService<IAccountBook>();
            studio.GetRequiredService<ICommissionBook>();
            studio.GetRequiredService<IDoorBook>();
            return ActivatorUtilities.CreateInstance<Shoots>(studio);
        });
        services.AddSingleton(studio => studio.GetRequiredService<Shoots>().Casting);
    }

    private static void AddMaking(IServiceCollection services)
    {
        services.AddSingleton<IProjectFolders, ProjectFolders>();
        services.AddSingleton<BuiltInWriter>();
        services.AddSingleton<LanguageModelBook>();
        services.AddSingleton<DeskRules>();
        services.AddSingleton<WritingRoom>();
        services.AddSingleton<IAnswerShelf>(studio => new AnswerFolder(Path.Combine(studio.GetRequiredService<HomeFolder>().Cache, "answers")));
        services.AddSingleton<WriterTools>();
        services.AddSingleton<ScriptWriters>();
        services.AddSingleton<ITranslator, ModelTranslator>();
        services.AddLanguageModels();
        services.AddSingleton<ScriptChecks>();
        services.AddSingleton<PolicyCheck>();
        services.AddSingleton<StoryPosts>();
        services.AddSingleton<PostSheet>();
        services.AddSingleton<ScriptJudge>();
        services.AddSingleton<Scripting>();
        services.AddSingleton<ModelCasting>();
        services.AddSingleton<ScriptReview>();
        services.AddSingleton<FilmPricing>();
        services.AddSingleton<Preproduction>();
        services.AddSingleton<Postproduction>();
        services.AddSingleton<FilmPlanner>();
        services.AddSingleton<OrderDesk>();
        services.AddSingleton<ShootWatch>();
        services.AddSingleton<FilmMaker>();
        services.AddSingleton(studio => (ICommissionBook)studio.GetRequiredService<IStudioStore>());
        services.AddSingleton(studio => (IDoorBook)studio.GetRequiredService<IStudioStore>());
        services.AddSingleton<Doorkeeper>();
        services.AddSingleton<FilmDesk>();
        services.AddSingleton<ScriptDesk>();
        services.AddSingleton<VariantDesk>();
        services.AddSingleton<TakeDesk>();
        services.AddSingleton<StaleTakes>();
        services.AddSingleton<TakeFiler>();
        services.AddSingleton<DataDesk>();
    }
}
