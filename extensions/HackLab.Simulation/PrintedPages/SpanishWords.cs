namespace HackLab.Simulation.PrintedPages;

/// <summary>Common words of Spanish as a moral book of the seventeenth century spells them, by their part in a
/// sentence.</summary>
internal static class SpanishWords
{
    internal static readonly string[] MasculineNouns = Words("""
        hombre rey señor padre hijo hermano amigo enemigo maestro juez criado esclavo pobre rico sabio noble soldado capitan
        principe duque
        conde caballero labrador mercader medico santo angel pecado vicio bien mal daño peligro trabajo descanso sueño dia año
        mes tiempo
        siglo instante principio fin medio camino passo lugar mundo reyno pueblo campo monte rio mar cielo sol fuego viento
        aire arbol fruto
        pan vino oro precio tesoro caudal gasto premio castigo favor temor amor odio desseo gusto dolor gozo consuelo remedio
        consejo exemplo
        libro papel discurso lenguaje nombre ingenio juyzio entendimiento pensamiento conocimiento animo valor esfuerço
        coraçon rostro ojo
        cuerpo braço pecho espiritu respeto honor oficio cargo govierno exercicio uso estado poder derecho pleyto engaño error
        olvido agravio
        perdon beneficio deudo linage apellido solar blason escudo cavallo vestido manjar plato convite juego palacio templo
        altar sepulcro
        defeto atrevimiento sufrimiento acierto intento sucesso caso modo efeto fundamento testigo ausente vezino huesped
        viejo moço niño
        """);

    internal static readonly string[] FeminineNouns = Words("""
        virtud nobleza verdad justicia prudencia fortaleza templança fe esperança caridad misericordia gracia gloria honra
        fama vida muerte
        alma memoria voluntad razon conciencia obra palabra lengua boca mano vista sangre salud enfermedad hermosura edad
        juventud vejez
        hora noche mañana tierra casa ciudad corte calle puerta mesa cama hazienda riqueza pobreza necessidad liberalidad avaricia
        sobervia humildad paciencia ira embidia pereza gula mentira lisonja murmuracion burla risa tristeza alegria paz guerra
        armada
        victoria batalla espada lança ley costumbre regla orden licencia libertad obligacion deuda paga merced limosna oracion
        missa iglesia
        religion doctrina enseñança educacion criança escuela leccion historia carta noticia pregunta respuesta duda causa
        culpa pena ofensa
        vengança crueldad piedad clemencia amistad compañia conversacion modestia verguença cortesia grandeza excelencia dignidad
        autoridad potencia fuerça flaqueza sombra luz piedra fuente flor planta ave fiera oveja muger reyna señora madre hija
        hermana
        donzella viuda criada familia sucession patria nacion provincia republica antiguedad mudança fortuna suerte ocasion
        diligencia
        """);

    internal static readonly string[] MasculineAdjectives = Words("""
        bueno malo grande pequeño alto baxo noble justo santo divino humano sabio prudente discreto ignorante honrado generoso
        valeroso
        virtuoso vicioso rico pobre humilde sobervio fuerte flaco manso cruel piadoso verdadero falso cierto dudoso claro
        obscuro antiguo
        nuevo primero segundo ultimo proprio ageno comun particular publico secreto necessario forçoso facil dificil util
        digno indigno
        perfeto principal natural eterno temporal breve largo hermoso feo dulce amargo triste alegre libre agradecido ingrato
        prudentissimo
        """);

    internal static readonly string[] FeminineAdjectives = Words("""
        buena mala grande pequeña alta baxa noble justa santa divina humana sabia prudente discreta ignorante honrada generosa
        valerosa
        virtuosa viciosa rica pobre humilde sobervia fuerte flaca mansa cruel piadosa verdadera falsa cierta dudosa clara
        obscura antigua
        nueva primera segunda ultima propria agena comun particular publica secreta necessaria forçosa facil dificil util
        digna indigna
        perfeta principal natural eterna temporal breve larga hermosa fea dulce amarga triste alegre libre agradecida ingrata
        """);

    internal static readonly string[] Verbs = Words("""
        es era fue sea sera tiene tenia tuvo tendra haze hazia hizo hara dize dezia dixo dira da daba dio dara puede podia
        pudo podra deve
        devia quiere queria quiso sabe sabia supo conoce ve veia vio mira oye habla calla responde pregunta escrive lee enseña
        aprende
        muestra declara prueva confirma niega promete cumple obliga manda obedece sirve ama teme aborrece estima desprecia
        alaba honra
        ofende perdona castiga premia paga gana pierde busca halla dexa toma lleva trae embia recibe guarda conserva defiende
        vence rinde
        huye sigue llega viene vino vive muere nace crece acaba comiença passa queda falta basta conviene parece importa causa
        merece
        goza padece sufre espera alcança assiste ayuda acompaña govierna mueve buelve pone puso fia engaña corrige adorna ilustra
        """);

    internal static readonly string[] Infinitives = Words("""
        ser tener hazer dezir dar poder deber querer saber conocer ver mirar oir hablar callar responder escrivir leer enseñar
        aprender
        mostrar cumplir obligar mandar obedecer servir amar temer aborrecer estimar despreciar alabar honrar ofender perdonar
        castigar
        premiar pagar ganar perder buscar hallar dexar tomar llevar traer recibir guardar conservar defender vencer huir
        seguir venir vivir
        morir nacer crecer acabar començar passar faltar merecer gozar padecer sufrir esperar alcançar ayudar governar bolver
        poner
        """);

    internal static readonly string[] Adverbs = Words("""
        no si mas menos muy tan tanto mucho poco bien mal assi aqui alli ahora luego siempre nunca jamas ya aun tambien
        tampoco solo antes
        despues mejor peor presto tarde cerca lexos facilmente verdaderamente principalmente justamente solamente finalmente
        dulcemente
        """);

    internal static readonly string[] Prepositions = Words("de en con por para a sin sobre entre desde hasta contra segun ante tras");

    internal static readonly string[] Conjunctions = Words("y que & porque pues si como quando aunque pero sino donde mientras ni o");

    internal static readonly string[] Names = Words("""
        Dios Seneca Aristoteles Platon Ciceron Plutarco Socrates Alexandro Cesar Augusto Trajano David Salomon Moyses Pablo
        Pedro Agustin
        Geronimo Ambrosio Bernardo Gregorio Tomas España Roma Castilla Aragon Grecia Francia Italia Toledo Madrid Sevilla
        Granada Portugal
        """);

    internal static readonly string[] MasculineArticles = Words("el el un este aquel su mi todo");

    internal static readonly string[] FeminineArticles = Words("la la una esta aquella su mi toda");

    internal static readonly string[] Pronouns = Words("se le lo les nos os me ella ello quien");

    /// <summary>Every word that can come up, each once.</summary>
    internal static IReadOnlyCollection<string> All { get; } = new SortedSet<string>(
        new[]
        {
            MasculineNouns, FeminineNouns, MasculineAdjectives, FeminineAdjectives, Verbs, Infinitives, Adverbs, Prepositions, Conjunctions,
            Names, MasculineArticles, FeminineArticles, Pronouns,
        }.SelectMany(words => words), StringComparer.Ordinal);

    private static string[] Words(string text) =>
        text.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
