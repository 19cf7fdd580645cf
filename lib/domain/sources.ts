/** One citation. `lookedUp` is true when a stored copy of the page was read while the rules were written; false: stated from knowledge. */
export type Source = { organisation: string; document: string; address: string | null; lookedUp: boolean };

/** Every source a threshold or rule points to, by the key used in the rule specification (section 9). */
export const SOURCES = {
  "MISSION": {
    organisation: "Project source document 000", document: "Emergency guidance section of the MS autoimmunity article",
    address: null, lookedUp: true,
  },
  "NG220": {
    organisation: "NICE", document: "NG220 Multiple sclerosis in adults (2022), 1.1.1 to 1.1.3",
    address: "https://www.nice.org.uk/guidance/ng220/chapter/recommendations", lookedUp: true,
  },
  "NICE-CG186P": {
    organisation: "NICE", document: "Information for the public, \"What should happen if you have a relapse\"",
    address: "https://www.nice.org.uk/guidance/CG186/ifp/chapter/What-should-happen-if-you-have-a-relapse", lookedUp: true,
  },
  "MCD2017": {
    organisation: "International Panel (Thompson et al., Lancet Neurol 2018), reproduced", document: "2017 McDonald criteria, definitions",
    address: "https://neuro-assistant.org/tools/Neuroinflammation/McDonald-2017", lookedUp: true,
  },
  "MCD2024": {
    organisation: "Montalban et al., Lancet Neurol 2025", document: "2024 revisions of the McDonald criteria",
    address: "https://gpnotebook.com/en-AU/pages/neurology/diagnostic-algorithm/more-than-one-clinical-episode", lookedUp: true,
  },
  "NHSE-RELAPSE": {
    organisation: "NHS England 2014 policy, via GPnotebook", document: "Definition of relapse in MS",
    address: "https://gpnotebook.com/simplepage.cfm?ID=x20201119135236110617&linkID=81359", lookedUp: true,
  },
  "MSTRUST-REL": {
    organisation: "MS Trust", document: "Managing relapses",
    address: "https://mstrust.org.uk/information-support/ms-symptoms-diagnosis/managing-ms-relapses", lookedUp: true,
  },
  "MSPLUS": {
    organisation: "MS Plus (Australia)", document: "Managing an MS relapse",
    address: "https://www.msplus.org.au/your-neuro-condition/what-is-ms/treating-ms/managing-an-ms-relapse", lookedUp: true,
  },
  "MSAA": {
    organisation: "MS Association of America", document: "Relapse or pseudoexacerbation",
    address: "https://mymsaa.org/publications/ms-relapse-toolkit/relapse-pseudoexacerbation/", lookedUp: true,
  },
  "PULSE": {
    organisation: "Pulse Today", document: "MS relapse (for GPs)",
    address: "http://www.pulsetoday.co.uk/clinical/clinical-specialties/neurology/non-covid-clinical-crises-ms-relapse/20040942.article", lookedUp: true,
  },
  "UHTHOFF": {
    organisation: "Wikipedia", document: "Uhthoff's phenomenon",
    address: "https://en.wikipedia.org/wiki/Uhthoff%27s_phenomenon", lookedUp: true,
  },
  "HEY-ON": {
    organisation: "Hull University Teaching Hospitals NHS Trust", document: "Optic neuritis leaflet",
    address: "https://www.hey.nhs.uk/patient-leaflet/optic-neuritis/", lookedUp: true,
  },
  "GPN-ON": {
    organisation: "GPnotebook family", document: "Optic neuritis treatment and prognosis",
    address: "https://pharmacynotebook.com/pages/ophthalmology/optic-neuritis/treatment-and-prognosis", lookedUp: true,
  },
  "WILLS": {
    organisation: "Wills Eye Manual", document: "Optic neuritis",
    address: "https://download.skyscape.com/download/ota/lonestar/7E9C9B3D-3844-4FAC-979B-F22B76166213/willseye.ed8/content/HTML/y/tl5.htm", lookedUp: true,
  },
  "DURHAM-EYE": {
    organisation: "Durham student health (NHS)", document: "Eye problems",
    address: "https://durhamstudenthealth.co.uk/eye-problems/", lookedUp: true,
  },
  "MAYO-TM": {
    organisation: "Mayo Clinic content at Mosaic Life Care", document: "Transverse myelitis",
    address: "https://www.mymosaiclifecare.org/health-information/diseases-and-conditions/t/transverse-myelitis/?section=Symptoms", lookedUp: true,
  },
  "NHS-CES": {
    organisation: "Torbay and South Devon NHS", document: "Cauda equina syndrome",
    address: "https://www.torbayandsouthdevon.nhs.uk/services/specialist-spinal-orthopaedic-physiotherapy-service/common-spinal-conditions/cauda-equina-syndrome/", lookedUp: true,
  },
  "BACKES": {
    organisation: "BackES (Greenhalgh, Mercer, Finucane cards)", document: "Cauda equina warning signs",
    address: "https://www.backes.org.uk/cauda-equina-warning-signs/", lookedUp: true,
  },
  "AJEM-CES": {
    organisation: "Am J Emerg Med 2019", document: "Cauda equina syndrome in the emergency department (abstract)",
    address: "https://ajemjournal.com/article/S0735-6757(19)30535-2/fulltext", lookedUp: true,
  },
  "STROKE-WALES": {
    organisation: "Betsi Cadwaladr University Health Board (NHS Wales)", document: "Signs of stroke",
    address: "https://bcuhb.nhs.wales/services/hospital-services/stroke-service/signs-of-stroke-fast", lookedUp: true,
  },
  "UHT-STATP": {
    organisation: "StatPearls", document: "Uhthoff phenomenon",
    address: "https://iiab.me/modules/en-statpearls/articles/article-30727.html", lookedUp: true,
  },
  "NHS-STROKE": {
    organisation: "NHS Act FAST, GP surgery page", document: "Act FAST",
    address: "https://langhamplacesurgery.co.uk/practice_news/f-a-s-t", lookedUp: true,
  },
  "SEPSIS-TRUST": {
    organisation: "Patient.info with UK Sepsis Trust", document: "Adult sepsis safety net",
    address: "https://patient.info/infections/sepsis-septicaemia-leaflet/adult-sepsis-safety-net", lookedUp: true,
  },
  "NICE-HEAD": {
    organisation: "NICE head injury guideline, reproduced", document: "When should a head-injured patient go to the emergency department",
    address: "http://www.tomwademd.net/when-should-a-head-injured-patient-go-to-the-emergency-department/", lookedUp: true,
  },
  "EPI-999": {
    organisation: "Epilepsy Society", document: "When to dial 999",
    address: "https://www.epilepsysociety.org.uk/when-dial-999", lookedUp: true,
  },
  "CATHS-MEN": {
    organisation: "St Catharine's College quoting the NHS", document: "Meningitis",
    address: "https://caths.cam.ac.uk/meningitis", lookedUp: true,
  },
  "FDA-LEMTRADA": {
    organisation: "FDA Drug Safety Communication 29 Nov 2018, summary", document: "Stroke and artery tears with Lemtrada",
    address: "http://pharmacyservices.utah.edu//alerts/2018/alemtuzumab.php", lookedUp: true,
  },
  "MIMS-LEMTRADA": {
    organisation: "MIMS Malaysia, Lemtrada special precautions", document: "Autoimmunity, ITP, haemophilia A",
    address: "https://prdmimsweb.azurewebsites.net/malaysia/drug/info/lemtrada/special-precautions", lookedUp: true,
  },
  "EMA-LEMTRADA": {
    organisation: "European Medicines Agency", document: "Lemtrada restriction 2019/2020: heart attack, lung bleeding, stroke within 1 to 3 days",
    address: null, lookedUp: false,
  },
  "MIMS-TYSABRI": {
    organisation: "MIMS Singapore, Tysabri", document: "PML, herpes infections, acute retinal necrosis",
    address: "https://sit.mimsdev.com/singapore/drug/info/tysabri", lookedUp: true,
  },
  "MHRA-NAT": {
    organisation: "NHS medicines resources / EMA PRAC", document: "Natalizumab and PML",
    address: "https://www.medicinesresources.nhs.uk/en/Medicines-Awareness/Safety-Alerts/Safety-alerts/European-Pharmacovigilance-Risk-Assessment-Committee-PRAC-update-recommendations-to-minimise-the-risk-of-the-rare-brain-infection-with-natalizumab", lookedUp: true,
  },
  "FDA-DMF": {
    organisation: "FDA alert via MediGuard", document: "Tecfidera and PML",
    address: "http://medsafetyalert.mediguard.org/alerts/alert/2799.html", lookedUp: true,
  },
  "JNNP-HSE": {
    organisation: "J Neurol Neurosurg Psychiatry", document: "Herpes encephalitis on natalizumab",
    address: "https://jnnp.bmj.com/content/83/Suppl_2/A20.4", lookedUp: true,
  },
  "NOVARTIS-CM": {
    organisation: "Neurol Neuroimmunol Neuroinflamm 2022", document: "Cryptococcal meningitis on fingolimod",
    address: "https://pmc.ncbi.nlm.nih.gov/articles/PMC8941596/", lookedUp: true,
  },
  "CIGNA-FING": {
    organisation: "AHFS patient text at Cigna", document: "Fingolimod",
    address: "https://www.cigna.com/knowledge-center/hw/medications/fingolimod-a611006", lookedUp: true,
  },
  "GILENYA-PI": {
    organisation: "Gilenya patient leaflet (medikamio)", document: "Fingolimod",
    address: "https://medikamio.com/en-gb/drugs/gilenya-05-mg-hard-capsules/pil", lookedUp: true,
  },
  "GILENYA-CARD": {
    organisation: "Gilenya patient card (Portugal)", document: "Fingolimod first dose",
    address: "https://studylibpt.com/doc/907549/cart%C3%A3o-de-informa%C3%A7%C3%A3o-para-o-doente", lookedUp: true,
  },
  "GILENYA-NMSS": {
    organisation: "Advertisement text in National MS Society magazine", document: "Gilenya important safety information",
    address: "http://publications.nationalmssociety.org/momentum/summer_2013?pg=27", lookedUp: true,
  },
  "OCREVUS": {
    organisation: "Genentech", document: "Ocrevus safety",
    address: "https://www.ocrevus.com/patient/safety-and-side-effects.html", lookedUp: true,
  },
  "OCREVUS-NZ": {
    organisation: "Get on with life (NZ)", document: "Ocrevus side effects",
    address: "https://getonwithlife.co.nz/about-ocrevus/potential-side-effects-of-ocrevus/", lookedUp: true,
  },
  "LON": {
    organisation: "BMJ Neurology Open 2024", document: "Severe late-onset neutropenia on ocrelizumab",
    address: "https://neurologyopen.bmj.com/content/6/Suppl_1/A26.1", lookedUp: true,
  },
  "CLAD-CONS": {
    organisation: "Ther Adv Neurol Disord 2020", document: "Cladribine consensus, herpes zoster",
    address: "https://pmc.ncbi.nlm.nih.gov/articles/PMC7318823/table/table4-1756286420935019", lookedUp: true,
  },
  "AIFA-CLAD": {
    organisation: "Italian Medicines Agency 2022", document: "Mavenclad and liver injury",
    address: "https://aifa.gov.it/en/-/nota-informativa-importante-su-mavenclad-cladribina-", lookedUp: true,
  },
  "CIGNA-TERI": {
    organisation: "AHFS patient text at Cigna", document: "Teriflunomide",
    address: "https://www.cigna.com/knowledge-center/hw/medications/teriflunomide-a613010", lookedUp: true,
  },
  "PMC-ITB": {
    organisation: "BMC Clin Pharmacol 2004", document: "Intrathecal baclofen withdrawal",
    address: "https://pmc.ncbi.nlm.nih.gov/articles/PMC514562", lookedUp: true,
  },
  "HF-ITB": {
    organisation: "Henry Ford Health", document: "ITB safety information",
    address: "https://www.henryford.com/services/movement-disorders/treatments/baclofen-pump-therapy/safety-information", lookedUp: true,
  },
  "NEUROWIKI-ITB": {
    organisation: "Neurosurgery wiki", document: "Intrathecal baclofen withdrawal",
    address: "https://neurosurgerywiki.com/wiki/doku.php?do=export_xhtml&id=intrathecal_baclofen_withdrawal", lookedUp: true,
  },
  "BATEMAN": {
    organisation: "J Spinal Cord Med 2002", document: "Autonomic dysreflexia in MS",
    address: "https://pubmed.ncbi.nlm.nih.gov/11939465/", lookedUp: true,
  },
  "SCI-AD": {
    organisation: "Postgrad Med J 2005 (Bycroft)", document: "Autonomic dysreflexia: a medical emergency",
    address: "https://docslib.org/doc/8898384/autonomic-dysreflexia-a-medical-emergency-j-bycroft-i-s-shergill-e-a-l-choong-n-arya-p-j-r-shah", lookedUp: true,
  },
  "JNNP-RESP": {
    organisation: "J Neurol Neurosurg Psychiatry 2010", document: "Acute respiratory failure in an MS relapse",
    address: "https://jnnp.bmj.com/content/81/11/e55.4", lookedUp: true,
  },
  "MSSOC-SWALLOW": {
    organisation: "MS Society (UK)", document: "Swallowing",
    address: "https://www.mssociety.org.uk/about-ms/signs-and-symptoms/swallowing", lookedUp: true,
  },
  "ESHT-SWALLOW": {
    organisation: "East Sussex Healthcare NHS Trust", document: "MS and swallowing difficulties",
    address: "https://www.esht.nhs.uk/service/speech-and-language-therapy/communication-and-swallowing/multiple-sclerosis/multiple-sclerosis-and-swallowing-difficulties/", lookedUp: true,
  },
  "KALB": {
    organisation: "Curr Neurol Neurosci Rep 2019", document: "Depression and suicidality in MS",
    address: "https://pmc.ncbi.nlm.nih.gov/articles/PMC6713681", lookedUp: true,
  },
  "MSTRUST-SUICIDE": {
    organisation: "MS Trust", document: "Review of suicide risk in MS",
    address: "https://www.mstrust.org.uk/research/research-updates/update121121-review-of-suicide-risk-in-ms", lookedUp: true,
  },
  "BNF-AUR": {
    organisation: "Br J Nursing quoting the BNF", document: "Acute urinary retention",
    address: "https://britishjournalofnursing.com/content/urinary-retention/acute-urinary-retention-patient-investigations-and-treatments", lookedUp: true,
  },
  "MEDVELLUM": {
    organisation: "MedVellum", document: "Acute urinary retention",
    address: "https://www.medvellum.com/topics/acute-urinary-retention", lookedUp: true,
  },
  "GENULF": {
    organisation: "Mult Scler 2007 (GENULF)", document: "Neurogenic bladder in MS",
    address: "https://zh.scribd.com/doc/144384268/French-Guide-Lines-MS-Bladder-Ful-Article", lookedUp: true,
  },
  "VM-STEROID": {
    organisation: "Virginia Mason", document: "IV steroids",
    address: "https://www.virginiamason.org/WhattoExpectIVSteroidsmethylprednisolone", lookedUp: true,
  },
  "SHIFT": {
    organisation: "Shift.ms, neurologist interview", document: "Steroids",
    address: "https://shift.ms/msreporters-video/differences-approach-medical-staff-prescribe-intravenous-methylprednisolone", lookedUp: true,
  },
  "HOBART": {
    organisation: "Neurology 2013", document: "T25FW, 20 % is meaningful",
    address: "https://read.qxmd.com/read/23535489/timed-25-foot-walk-direct-evidence-that-improving-20-or-greater-is-clinically-meaningful-in-ms", lookedUp: true,
  },
  "CMSC-T25": {
    organisation: "CMSC 2021", document: "Usefulness of T25FW",
    address: "https://2021abstracts.cmscscholar.org/2021/10/25/validating-the-clinical-usefulness-of-the-timed-25-foot-walk-in-ms-in-routine-clinical-practice/", lookedUp: true,
  },
  "KARGER-REC": {
    organisation: "Eur Neurol 2008", document: "Relapses and timing of remission",
    address: "https://karger.com/ene/article-abstract/59/1-2/44/124082/Multiple-Sclerosis-Relapses-and-Timing-of?redirectedFrom=fulltext", lookedUp: true,
  },
  "K": {
    organisation: "General clinical knowledge", document: "Well-established emergency advice",
    address: null, lookedUp: false,
  },
} as const satisfies Record<string, Source>;

export type SourceKey = keyof typeof SOURCES;
